"""The SOAP note: its lines, phrases, spelling, and how much of it stood in the last one."""
