import { defineConfig } from '@playwright/test';

import { chromium } from './browsers.ts';
import suite from './playwright.config.ts';

const [simulator, carport] = [suite.webServer].flat();
const DATABASE_URL = process.env['CARPORT_TEST_DATABASE_URL'] ?? '';

/**
 * `npm run pixel`: from a delivery to the picture in a browser, on the servers of the suite; on
 * PostgreSQL where the environment names one.
 */
export default defineConfig({
  ...suite,
  webServer: [simulator!, { ...carport!, env: { ...carport!.env, DATABASE_URL } }],
  testDir: 'benchmarks',
  testMatch: 'pixel.ts',
  reporter: 'line',
  workers: 1,
  projects: [{ name: 'pixel', use: { ...chromium, trace: 'off' } }],
});
