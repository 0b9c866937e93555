"""Therapist Desk: charting for medical massage therapists."""
