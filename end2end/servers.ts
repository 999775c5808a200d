import { fileURLToPath } from 'node:url';

/** The program under test, as `make build` leaves it; it finds its site by itself. */
export const program = fileURLToPath(new URL('../target/release/carport', import.meta.url));

/** The Carport that the tests share. */
export const carportPort = 8100;
export const carportOrigin = `http://localhost:${carportPort}`;

/** The simulated Smartcar that all Carports of a run share. */
export const simulatorPort = 8110;
export const simulatorOrigin = `http://localhost:${simulatorPort}`;

/** The well-known credentials of the simulator; they are no secret. */
export const credentials = {
  applicationId: 'b3f9d6a2-5c41-4e0f-8a77-1d2c9e64f035',
  clientId: 'client_simulator_development',
  clientSecret: 'simulator-development-secret',
  /** Signs what the simulator delivers, and what the tests deliver in its place. */
  managementToken: 'end-to-end-management-token',
};

/** Not every permission: a page must also tell what it was not allowed to read. */
const scope = [
  'read_vehicle_info',
  'read_battery',
  'read_charge',
  'read_fuel',
  'read_odometer',
  'read_security',
  'read_tires',
  'read_location',
  'control_security',
  'control_charge',
  'control_navigation',
].join(' ');

/** Where Connect sends an owner of a Carport back to. */
export const redirectUri = (origin: string) => `${origin}/exchange`;

/** Where a Carport listens, how browsers reach it, and where it keeps what it knows. */
export interface Place {
  port: number;
  origin: string;
  /** Of its SQLite file. */
  dataFolder: string;
  /** A PostgreSQL in its place. */
  databaseUrl?: string;
}

/**
 * The environment of a Carport that takes the simulator for Smartcar. Every variable that changes
 * what a page shows is set, so that those of the developer's shell do not leak into the tests.
 */
export function carportEnvironment({
  port,
  origin,
  dataFolder,
  databaseUrl = '',
}: Place): Record<string, string> {
  return {
    CARPORT_LISTEN: `127.0.0.1:${port}`,
    CARPORT_PUBLIC_URL: origin,
    CARPORT_DATA_DIR: dataFolder,
    CARPORT_OWNER_CHECK: 'external-id',
    // Hundreds of owners connect within minutes.
    CARPORT_REQUEST_BURST: '1000000',
    CARPORT_REQUESTS_PER_MINUTE: '2',
    CARPORT_VEHICLE_REQUESTS_PER_MONTH: '500',
    // Soon, and more than once: whether the car shows what was asked of it.
    CARPORT_CONFIRM_AFTER: '1,2,3',
    CARPORT_LOG: 'warn',
    CARPORT_LOG_FORMAT: 'text',
    DATABASE_URL: databaseUrl,
    SMARTCAR_APPLICATION_ID: credentials.applicationId,
    SMARTCAR_CLIENT_ID: credentials.clientId,
    SMARTCAR_CLIENT_SECRET: credentials.clientSecret,
    SMARTCAR_REDIRECT_URI: redirectUri(origin),
    SMARTCAR_MANAGEMENT_TOKEN: credentials.managementToken,
    SMARTCAR_MODE: 'simulated',
    SMARTCAR_SCOPE: scope,
    SMARTCAR_CONNECT_ORIGIN: simulatorOrigin,
    SMARTCAR_AUTH_ORIGIN: simulatorOrigin,
    SMARTCAR_API_V3_ORIGIN: simulatorOrigin,
    SMARTCAR_MANAGEMENT_API_ORIGIN: simulatorOrigin,
  };
}
