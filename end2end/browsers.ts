import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';

type Browser = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

/** The Chromium of the operating system. */
export const chromium: Browser = {
  browserName: 'chromium',
  launchOptions: {
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

/** The Firefox of the operating system, which Playwright drives over WebDriver BiDi. */
export const firefox: Browser = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: '/usr/bin/firefox-esr',
  },
};
