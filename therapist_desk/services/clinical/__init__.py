"""The clinical lists that come with the program."""
