"""One page on a run: its figures, drawn and in tables, and every reply that was not right."""
