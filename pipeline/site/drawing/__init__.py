"""Pictures as SVG, drawn on the server: what each shows stands in its words and its table too, and no colour says anything alone."""
