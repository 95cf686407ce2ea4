"""Documents in, index out; runs offline."""
