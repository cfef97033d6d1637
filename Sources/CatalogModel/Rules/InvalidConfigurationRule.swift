/// The configuration or a schema file says something that cannot be followed.
///
/// It is left out and the rest is in force, so that a slip does not switch everything off. The
/// problem is reported in that file, at its place.
///
/// Bad: `{ "rules": { "missing-cel": "off" } }`
/// Good: `{ "rules": { "missing-cell": "off" } }`
enum InvalidConfigurationRule {}
