/**
 * Fitting with Deeplearning4j: the configuration of the network, the loop over minibatches, and the
 * way its weights leave for serving.
 *
 * <p>The only package of the system that knows DL4J or ND4J. Layers and their parameters:
 *
 * <pre>
 * 0 LSTM(17 -> 64)  W [17, 256]  RW [64, 256]  b [256]      columns: tanh block input, forget, output, input gate
 * 1 LastTimeStep(LSTM(64 -> 32))
 * . BatchNormalization(32), if asked for
 * . Dense(32 -> 16, ReLU)
 * . Output(16 -> 3, softmax)
 * </pre>
 *
 * <p>The LSTM layers are computed by {@code com.aicashevolution.lstm.LstmTraining} through the hook
 * that DL4J keeps for graphics cards ({@link LstmKernels}, decision record 4); everything else, and
 * whatever the hook declines, by DL4J:
 *
 * <pre>
 * MultiLayerNetwork.fit ─► LSTM layer ─► KernelLstm ─► LstmTraining      one call each way
 *                            dropout       copies        forward, backward over float arrays
 *                      ─► dense, output, loss, Adam     as they come
 * </pre>
 *
 * <p>ND4J computes inside a fit with one thread ({@code OMP_NUM_THREADS=1}); with more it is slower
 * and gives other bits. Its random generator is per thread, and every fit seeds it before it makes
 * its network: that is why fits beside each other give the same weights as alone.
 */
@NullMarked
package com.aicashevolution.trainer.training.dl4j;

import org.jspecify.annotations.NullMarked;
