"""The proof that the ten kinds of mark can be told apart: in colour, without some colours, and in a fax."""
