import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of pure functions: they leave nothing behind, so that they may share a process and its loaded modules. */
const PURE = [
  'tests/{text,io,markdown,outline,talk,typeset,view,theme,deck,check,properties}/**/*.test.ts',
  'tests/{architecture,commands/{progress,terminal}}.test.ts',
];

export default defineConfig({
  test: {
    watch: false,
    // By default one core is left alone; of two that would be half of them.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'pure', include: PURE, isolate: false, testTimeout: 60_000 } },
      {
        test: {
          name: 'program',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...PURE],
          // These run the built program, and browsers: on a machine that is busy with something else, slowly.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
