// The one barrel of the house: drizzle-kit and the clients need every table in one module.

export * from './accounts';
export * from './audit';
export * from './borders';
export * from './clashes';
export * from './comments';
export * from './counting';
export * from './imports';
export * from './publishing';
export * from './reviewing';
export * from './sightings';
export * from './sources';
export * from './telling';
