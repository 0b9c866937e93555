"""What a visit is billed with: payers' rule cards, bills, claims, accounts and balances."""
