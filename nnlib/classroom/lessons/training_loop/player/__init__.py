from .training_player import TrainingPlayer

__all__ = ["TrainingPlayer"]
