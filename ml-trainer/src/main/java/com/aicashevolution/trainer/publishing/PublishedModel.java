package com.aicashevolution.trainer.publishing;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.ModelManifest;

/** A published version as it was read back: what its manifest says, and the weights it names. */
public record PublishedModel(ModelManifest manifest, LstmParameters parameters) {}
