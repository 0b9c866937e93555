"""What a visit is billed with: charges, payments, the bill and the CMS-1500 claim form."""
