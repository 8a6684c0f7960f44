"""How often the pipeline is right: precision, recall and F1 a field, against papers read by hand."""

from pipeline.evaluate.floors import broken_floors, pin_floors
from pipeline.evaluate.folders import score_folders
from pipeline.evaluate.publish import publish
from pipeline.model.quality import Measured

__all__ = ["Measured", "broken_floors", "pin_floors", "publish", "score_folders"]
