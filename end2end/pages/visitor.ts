import { expect, type Page } from '@playwright/test';

import type { Account } from '../fixtures/account.ts';
import type { Surroundings } from './carport-page.ts';
import { BrandScreen } from './connect/brand-screen.ts';
import { CodeScreen } from './connect/code-screen.ts';
import { ConnectScreen } from './connect/connect-screen.ts';
import { CountryScreen } from './connect/country-screen.ts';
import { GrantScreen } from './connect/grant-screen.ts';
import { LoginScreen } from './connect/login-screen.ts';
import { GaragePage } from './garage-page.ts';
import { HistoryPage } from './history-page.ts';
import { HomePage } from './home-page.ts';
import { NoticesPage } from './notices-page.ts';
import { ProblemPage } from './problem-page.ts';
import { SettingsPage } from './settings-page.ts';
import { VehiclePage } from './vehicle-page.ts';

/** Somebody in front of one tab of a browser, with every page that the tab may show. */
export class Visitor {
  readonly page: Page;
  readonly home: HomePage;
  readonly garage: GaragePage;
  readonly vehicle: VehiclePage;
  readonly notices: NoticesPage;
  readonly history: HistoryPage;
  readonly settings: SettingsPage;
  readonly problem: ProblemPage;
  readonly connect: ConnectScreen;
  readonly country: CountryScreen;
  readonly brand: BrandScreen;
  readonly login: LoginScreen;
  readonly code: CodeScreen;
  readonly grant: GrantScreen;

  constructor(surroundings: Surroundings) {
    const { page } = surroundings;
    this.page = page;
    this.home = new HomePage(surroundings);
    this.garage = new GaragePage(surroundings);
    this.vehicle = new VehiclePage(surroundings);
    this.notices = new NoticesPage(surroundings);
    this.history = new HistoryPage(surroundings);
    this.settings = new SettingsPage(surroundings);
    this.problem = new ProblemPage(surroundings);
    this.connect = new ConnectScreen(page);
    this.country = new CountryScreen(page);
    this.brand = new BrandScreen(page);
    this.login = new LoginScreen(page);
    this.code = new CodeScreen(page);
    this.grant = new GrantScreen(page);
  }

  /** From Connect's first screen to its last, where the decision is still to be made. */
  async walkToGrant(account: Account) {
    await this.country.choose('Germany');
    await this.brand.choose(account.brand.name);
    await this.login.logIn(account.email);
    await this.grant.allowButton.waitFor();
  }

  /** The same where Connect knows the brand already. */
  async walkToGrantOfBrand(account: Account) {
    await this.country.choose('Germany');
    await expect(this.login.heading).toHaveText(`Log in to ${account.brand.name}`);
    await this.login.logIn(account.email);
    await this.grant.allowButton.waitFor();
  }

  /** From the home page to Connect's last screen. */
  async beginConnecting(account: Account) {
    await this.home.goto();
    await this.home.connectLink.or(this.home.connectAnotherLink).click();
    await this.walkToGrant(account);
  }

  /** Opens the page of a car from its card. */
  async openCar(name: string) {
    await this.garage.cardLink(name).click();
    await this.vehicle.refreshButton.waitFor();
    await this.vehicle.ready();
  }

  /** Connects every car of an account. */
  async connectCars(account: Account) {
    await this.beginConnecting(account);
    await this.grant.allowButton.click();
    await this.garage.table.waitFor();
    await this.garage.ready();
  }
}
