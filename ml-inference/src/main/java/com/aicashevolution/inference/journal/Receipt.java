package com.aicashevolution.inference.journal;

/** What became of an entry that was handed to the journal. */
public sealed interface Receipt {

  /** It survives the loss of this process: in Postgres, or fsynced in the spool. */
  record Durable() implements Receipt {}

  /** It is nowhere; the answer it belongs to must not be given. */
  record NotKept(String why) implements Receipt {}
}
