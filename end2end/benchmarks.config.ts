import { defineConfig } from '@playwright/test';

import { chromium } from './browsers.ts';
import suite from './playwright.config.ts';

/** `npm run pixel`: from a delivery to the picture in a browser, on the servers of the suite. */
export default defineConfig({
  ...suite,
  testDir: 'benchmarks',
  testMatch: 'pixel.ts',
  reporter: 'line',
  workers: 1,
  projects: [{ name: 'pixel', use: { ...chromium, trace: 'off' } }],
});
