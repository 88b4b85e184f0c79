// Which npm packages belong into which rooms.
const any = (...patterns) => (specifier) => patterns.some((pattern) => pattern.test(specifier));

const ofServers = any(
  /^node:/, /^@nestjs\//, /^typeorm(\/|$)/, /^pg(\/|$)/, /^express/, /^passport/, /^graphile-worker/, /^nodemailer/, /^pino/, /^redis$/,
  /^connect-pg-simple$/, /^rate-limiter-flexible/, /^prom-client$/, /^class-(validator|transformer)/, /^socket\.io$/, /^@socket\.io\//, /^reflect-metadata$/,
);
const bareNode = any(/^(fs|path|os|crypto|http|https|net|stream|util|url|buffer|events|child_process|async_hooks|process)(\/|$)/);
const ofBrowsers = any(/^react(-dom|-intl|-router)?(\/|$)/, /^@apollo\/client/, /^lucide-react/, /^socket\.io-client$/, /^idb$/, /\.css$/);
const ofTheKit = any(/^lucide-react/, /^react-aria/, /^@react-aria\//, /^@radix-ui\//);

/** Why a room refuses this package, or null. */
export function refusalOfPackage(from, specifier) {
  if (from.room === 'tooling' || from.room === 'testing') return null;
  if (specifier.startsWith('.') && !specifier.endsWith('.css') || specifier.startsWith('@crosscity/')) return null;

  if (!from.isSpec) {
    if (from.room === 'web' && ofServers(specifier)) return `"${specifier}" runs on servers: the web half runs in browsers.`;
    if (from.room === 'web' && bareNode(specifier)) return `"${specifier}" is Node's own: the web half runs in browsers.`;
    if (from.room === 'server' && ofBrowsers(specifier)) return `"${specifier}" belongs to the web half.`;
    if (from.room === 'contract') return 'A contract imports no package: types and constants only.';
  }
  return null;
}

export function refusalOfSocketLibrary(from, specifier) {
  if (from.room === 'tooling' || from.room === 'testing' || from.isSpec) return null;
  const isServerSide = specifier === 'socket.io' || specifier.startsWith('@socket.io/') || specifier === '@nestjs/platform-socket.io' || specifier === '@nestjs/websockets';
  if (isServerSide && !from.path.startsWith('libs/platform/server/signals')) return 'Sockets live in platform/server/signals: tell a fact and let it signal.';
  if (specifier === 'socket.io-client' && !(from.lib === 'platform' && from.room === 'web')) return 'Sockets live in platform/web: use useSignal.';
  return null;
}

export function refusalOfKitLibrary(from, specifier) {
  if (!ofTheKit(specifier) || from.room === 'tooling' || from.path.startsWith('libs/platform/web/ui/')) return null;
  return `"${specifier}" is the kit's: import the part from @crosscity/platform/web, or add it to platform/web/ui.`;
}
