// PostGraphile with two workers on one port. It says "ready" once each of them can answer.
// use: DATABASE_URL=… PORT=… node server.mjs
import cluster from 'node:cluster';
import { createServer } from 'node:http';

const WORKERS = 2;

if (cluster.isPrimary) {
  let ready = 0;
  for (let i = 0; i < WORKERS; i++) {
    cluster.fork();
  }
  cluster.on('listening', () => {
    if (++ready === WORKERS) {
      console.log('ready');
    }
  });
  cluster.on('exit', (worker, code) => process.exit(code || 1));
  process.on('SIGTERM', () => process.exit(0));
} else {
  const { grafserv } = await import('postgraphile/grafserv/node');
  const { postgraphile } = await import('postgraphile');
  const { default: preset } = await import('./graphile.config.mjs');
  const instance = postgraphile(preset);
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  await instance.getSchema();
  server.listen(Number(process.env.PORT), '127.0.0.1');
}
