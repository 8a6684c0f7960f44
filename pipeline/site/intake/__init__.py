"""What clerks do from the browser: put papers in, have them read, state what a paper does not say. Only the pages know of requests."""
