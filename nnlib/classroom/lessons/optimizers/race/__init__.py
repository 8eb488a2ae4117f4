from .optimizer_race import OptimizerRace

__all__ = ["OptimizerRace"]
