"""An ingestion that is killed again and again, beside one that never is: what both must come to."""
