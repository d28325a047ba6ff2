package com.aicashevolution.lstm;

/** One layer, a minibatch and what {@link LstmTraining} computes of them, column-major. */
record LayerGradients(
    float[] hidden,
    float[] inputWeights,
    float[] recurrentWeights,
    float[] bias,
    float[] epsilonBelow) {

  static LayerGradients of(LaneTraining lanes, LayerExample example) {
    return of(new LstmTraining(lanes, example.inputs(), example.units(), example.steps()), example);
  }

  static LayerGradients of(LstmTraining training, LayerExample example) {
    int columns = 4 * example.units();
    LayerGradients gradients =
        new LayerGradients(
            new float[example.epsilon().length],
            new float[example.inputs() * columns],
            new float[example.units() * columns],
            new float[columns],
            new float[example.x().length]);
    training.setWeights(example.inputWeights(), example.recurrentWeights(), example.bias());
    training.forward(example.x(), example.samples(), gradients.hidden);
    training.backward(
        example.epsilon(),
        gradients.inputWeights,
        gradients.recurrentWeights,
        gradients.bias,
        gradients.epsilonBelow);
    return gradients;
  }
}
