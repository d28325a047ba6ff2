package com.aicashevolution.trainer;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.trainer.gate.GateProperties;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.proof.CalibrationProof;
import com.aicashevolution.trainer.proof.LeaksProof;
import com.aicashevolution.trainer.proof.NoiseProof;
import com.aicashevolution.trainer.proof.Proof;
import com.aicashevolution.trainer.proof.cli.ProveCommand;
import com.aicashevolution.trainer.runs.Parents;
import com.aicashevolution.trainer.runs.RunPlanner;
import com.aicashevolution.trainer.runs.TrainingProperties;
import com.aicashevolution.trainer.runs.TrainingRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.bind.Binder;

/** Entry point of ml-trainer: the service, or with the first argument {@code prove} a proof. */
@SpringBootApplication(
    scanBasePackages = {"com.aicashevolution.trainer", "com.aicashevolution.platform"})
public class TrainerApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(ProveCommand.WORD)) {
      String[] rest = Arrays.copyOfRange(args, 1, args.length);
      System.exit(ProveCommand.run(proofs(), Clock.systemUTC(), rest));
    }
    SpringApplication.run(TrainerApplication.class, args);
  }

  /** Of the trainer as it comes: what is set for this machine's service changes no proof. */
  private static List<Proof> proofs() {
    Binder defaults = new Binder();
    RunPlan plan =
        new RunPlanner(
                defaults.bindOrCreate("ml.training", TrainingProperties.class),
                Symbol.defaults(),
                Parents.none())
            .plan("proof", TrainingRequest.DEFAULT, ProveCommand.WORD);
    return List.of(
        new NoiseProof(defaults.bindOrCreate("ml.gate", GateProperties.class)),
        new LeaksProof(),
        new CalibrationProof(plan, () -> new TrainerConfiguration().fitter()));
  }
}
