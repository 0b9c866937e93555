"""The words that stand in documents, and how they write numbers and dates."""
