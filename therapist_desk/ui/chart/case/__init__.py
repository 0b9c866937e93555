"""The case under care: complaint, diagnoses, goals, plan, order and payer."""
