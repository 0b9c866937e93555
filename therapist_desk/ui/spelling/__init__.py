"""The spelling check in fields of text: what is underlined, and what is offered instead."""
