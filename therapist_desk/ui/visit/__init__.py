"""The visit screen: the timer, the body map and the note of one session, on one page."""
