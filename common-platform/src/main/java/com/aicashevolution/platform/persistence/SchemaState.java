package com.aicashevolution.platform.persistence;

/** Whether the tables are there. */
public sealed interface SchemaState {

  /** The schema is the one this build was made for. */
  record Ready(String version) implements SchemaState {}

  /** Not yet, and why; it is being tried again. */
  record Waiting(String why) implements SchemaState {}
}
