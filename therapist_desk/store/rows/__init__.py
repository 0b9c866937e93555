"""Tables as typed rows. Rows are storage's own: nothing above the store ever sees one."""
