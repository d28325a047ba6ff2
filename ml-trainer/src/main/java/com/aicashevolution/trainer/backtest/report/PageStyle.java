package com.aicashevolution.trainer.backtest.report;

/** Colours and type of the page: one set for light, one for dark, as the reader's system wants. */
final class PageStyle {

  static final String CSS =
      """

      :root{--paper:#fff;--ink:#1c2430;--quiet:#5d6b7c;--rule:#dde3ea;--equity:#1f5fbf;--held:#b4690e;
      --loss:#b3261e;--seen:#8b97a8;--holdout:#d9a300;--warn-paper:#fff6e0;--warn-rule:#d9a300}
      @media (prefers-color-scheme:dark){:root{--paper:#12161c;--ink:#e6eaf0;--quiet:#9aa7b8;
      --rule:#2b333e;--equity:#6ea8ff;--held:#f0a95b;--loss:#ff8a80;--seen:#7f8b9c;--holdout:#e0b73c;
      --warn-paper:#2a2413;--warn-rule:#e0b73c}}
      body{background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,"Segoe UI",sans-serif;
      max-width:1080px;margin:2rem auto;padding:0 1.2rem}
      h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
      .subtitle,.legend{color:var(--quiet);margin:.2rem 0 1rem}
      .badge{font-size:.75rem;background:var(--warn-rule);color:#1c2430;border-radius:4px;
      padding:.15rem .5rem;vertical-align:middle;white-space:nowrap}
      .warnings{background:var(--warn-paper);border-left:4px solid var(--warn-rule);margin:0;
      padding:.7rem 1rem .7rem 2rem}
      .scroll{overflow-x:auto}table{border-collapse:collapse;min-width:50%}
      th,td{padding:.28rem .9rem;border-bottom:1px solid var(--rule);text-align:right;
      font-variant-numeric:tabular-nums;white-space:nowrap;font-weight:400}
      thead th{color:var(--quiet)}tbody th,thead th:first-child{text-align:left}
      .prose td{text-align:left;white-space:normal;overflow-wrap:anywhere}.prose thead{display:none}
      .loss{color:var(--loss)}
      svg{width:100%;height:auto;display:block}
      svg text{font:12px system-ui,"Segoe UI",sans-serif;fill:var(--quiet)}
      .grid{stroke:var(--rule);stroke-width:1}.zero{stroke:var(--quiet);stroke-width:1}
      path{fill:none;stroke-width:1.8;stroke-linejoin:round}
      .equity{stroke:var(--equity)}.held{stroke:var(--held);stroke-dasharray:5 4}
      .drawdown{stroke:var(--loss)}
      .in_sample{fill:var(--seen);opacity:.2}.holdout{fill:var(--holdout);opacity:.16}
      .key{display:inline-block;width:1.6rem;border-top:3px solid;margin:0 .4rem .25rem 0}
      .equity-key{border-color:var(--equity)}
      .held-key{border-color:var(--held);border-top-style:dashed;margin-left:1.2rem}
      """;

  private PageStyle() {}
}
