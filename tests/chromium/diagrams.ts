/** A diagram of each type that is drawn, with what it must show. */
export const DIAGRAMS: readonly { readonly type: string; readonly words: readonly string[]; readonly text: string }[] =
  [
    {
      type: 'flowchart',
      words: ['Ship', 'dark?', 'yes', 'Lamp', 'Log book'],
      text: `flowchart LR
  A[Ship] --> B{dark?}
  B -->|yes| C(Lamp)
  B -.-> D([Flag]) ==> E[(Log book)]
  subgraph harbour [The harbour]
    C
  end
  style D fill:#ffee88,stroke:#333333
  classDef hot fill:#aa0000
  class E hot`,
    },
    {
      type: 'sequence',
      words: ['Keeper', 'One flash', 'fog', 'Trim the wick'],
      text: `sequenceDiagram
  actor S as Ship
  participant K as Keeper
  S->>+K: One flash
  alt fog
    K--)S: Horn
  else clear
    K-xS: Nothing
  end
  Note over S,K: Trim the wick
  deactivate K`,
    },
    {
      type: 'class',
      words: ['Vessel', '+String name', '+sail() : void', 'carries', 'many'],
      text: `classDiagram
  direction LR
  Vessel <|-- Ship
  Ship "1" *-- "many" Sail : carries
  class Vessel {
    <<abstract>>
    +String name
    +sail() void
  }`,
    },
    {
      type: 'state',
      words: ['Dark', 'Lit', 'dusk', 'Steady', 'cools'],
      text: `stateDiagram-v2
  direction LR
  [*] --> Dark
  Dark --> Lit : dusk
  state Lit {
    direction LR
    [*] --> Steady
    Steady --> Flashing
  }
  note right of Dark : It cools
  Lit --> [*]`,
    },
    {
      type: 'er',
      words: ['HARBOUR', 'SHIP', 'receives', 'name', 'PK'],
      text: `erDiagram
  direction LR
  HARBOUR ||--o{ SHIP : receives
  SHIP {
    string name PK
    int length
  }`,
    },
    {
      type: 'gantt',
      words: ['The new light', 'Tower', 'Foundation', 'First light', 'Jan 2025'],
      text: `gantt
  title The new light
  dateFormat YYYY-MM-DD
  axisFormat %b %Y
  section Tower
  Foundation : done, a1, 2025-01-06, 40d
  Walls : crit, after a1, 50d
  First light : milestone, 2025-04-06, 0d`,
    },
    {
      type: 'pie',
      words: ['Who crosses', 'Workers', '60%', '40%'],
      text: 'pie title Who crosses\n  "Workers" : 60\n  "Pupils" : 40',
    },
    {
      type: 'mindmap',
      words: ['The light', 'Tower', 'Stone'],
      text: 'mindmap\n  root((The light))\n    Tower\n      Stone\n    Lamp',
    },
    {
      type: 'timeline',
      words: ['The treaty', '1951', 'First treaty'],
      text: 'timeline\n  section The treaty\n  1951 : First treaty : asymmetrical\n  1960 : Revised treaty',
    },
    {
      type: 'gitGraph',
      words: ['main', 'lens', 'grind', 'v1.0'],
      text: 'gitGraph\n  commit id: "plan"\n  branch lens\n  commit id: "grind"\n  checkout main\n  commit\n  merge lens tag: "v1.0"',
    },
    {
      type: 'quadrant',
      words: ['Reach', 'Cheap', 'Build first', 'Mole'],
      text: 'quadrantChart\n  title Reach\n  x-axis Cheap --> Dear\n  y-axis Near --> Far\n  quadrant-2 Build first\n  Mole: [0.3, 0.6]',
    },
    {
      type: 'xychart',
      words: ['Ships', '1950s', '0'],
      text: 'xychart-beta\n  title "Ships"\n  x-axis [1950s, 1960s]\n  y-axis 0 --> 300\n  bar [120, 180]\n  line [110, 170]',
    },
    {
      type: 'journey',
      words: ['A day', 'Dusk', 'Light the lamp', 'Keeper'],
      text: 'journey\n  title A day\n  section Dusk\n    Light the lamp: 5: Keeper\n    Write the log: 1: Mate',
    },
    {
      type: 'Japanese',
      words: ['日米安全保障条約', '改定'],
      text: 'flowchart LR\n  A[日米安全保障条約] -->|改定| B[新しい条約]',
    },
  ];
