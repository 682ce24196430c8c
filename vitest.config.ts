import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Tests that start a browser or the built program take seconds; all others are done long before.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    watch: false,
  },
});
