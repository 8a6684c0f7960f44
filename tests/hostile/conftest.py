"""Makes hostile papers known to the tests here; they lie beside, as the benchmark reads them too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
