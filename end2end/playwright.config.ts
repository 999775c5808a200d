import { defineConfig } from '@playwright/test';

import { chromium, firefox } from './browsers.ts';
import {
  carportEnvironment,
  carportOrigin,
  carportPort,
  credentials,
  program,
  redirectUri,
  simulatorOrigin,
  simulatorPort,
} from './servers.ts';

/** Playwright empties this folder before it starts the servers: every run begins with no data. */
const outputFolder = new URL('test-results/', import.meta.url).pathname;

const simulator = [
  program,
  'simulator',
  `--listen 127.0.0.1:${simulatorPort}`,
  `--redirect-uri ${redirectUri(carportOrigin)}`,
  `--management-token ${credentials.managementToken}`,
  // Hundreds of owners connect within minutes.
  '--limits off',
].join(' ');

// Playwright ends its servers at Ctrl-C, and leaves them behind when it is ended in another way.
process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));

const gracefulShutdown = { signal: 'SIGTERM', timeout: 15_000 } as const;

export default defineConfig({
  testDir: 'tests',
  outputDir: outputFolder,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes at the second attempt has found something.
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['html', { open: 'never' }], ['./reporters/tally.ts']],
  use: {
    baseURL: carportOrigin,
    locale: 'en-GB',
    // The snapshots show the pages; a film of them costs a tenth of the run.
    trace: { mode: 'retain-on-failure', screenshots: false },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
  },
  projects: [
    { name: 'hydrate', use: chromium },
    {
      name: 'no-js',
      use: { ...chromium, javaScriptEnabled: false },
      testIgnore: /\.hydrate\.spec\.ts$/,
    },
    {
      name: 'mobile',
      use: { ...chromium, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
    { name: 'firefox', use: firefox },
  ],
  webServer: [
    {
      name: 'simulator',
      command: simulator,
      url: `${simulatorOrigin}/_simulator/health`,
      reuseExistingServer: false,
      gracefulShutdown,
    },
    {
      name: 'carport',
      command: program,
      env: carportEnvironment({
        port: carportPort,
        origin: carportOrigin,
        dataFolder: `${outputFolder}carport`,
      }),
      url: `${carportOrigin}/readyz`,
      reuseExistingServer: false,
      gracefulShutdown,
    },
  ],
});
