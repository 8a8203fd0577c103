import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findApache, findNginx, findRclone } from '../../../scripts/browser/findServers.ts';

/** Who may use the servers. */
export const READER = { user: 'reader', password: 'secret' };

/** A server that runs. */
export interface Running {
  /** Ends with "/". */
  address: string;
  stop(): void;
}

/** A WebDAV server that is on this machine, or would be if it were installed. */
export interface DavServer {
  name: string;
  /** What has to be installed. */
  needs: string;
  isHere(): boolean;
  start(): Promise<Running>;
}

/** Each breaks assumptions of its own: nginx and rclone overwrite what they were asked not to, rclone keeps what was cut. */
export const SERVERS: readonly DavServer[] = [
  {
    name: 'Apache with mod_dav',
    needs: 'apache2-bin',
    isHere: () => findApache() !== null,
    start: () => {
      const { command, modules } = there(findApache());
      const config = (place: string, port: number) => apacheConfig(place, port, modules);
      return started(command, (place, port) => ['-d', place, '-f', config(place, port), '-X']);
    },
  },
  {
    name: 'nginx with dav-ext',
    needs: 'nginx and libnginx-mod-http-dav-ext',
    isHere: () => findNginx() !== null,
    start: () => {
      const { command, davModule } = there(findNginx());
      return started(command, (place, port) => ['-c', nginxConfig(place, port, davModule)]);
    },
  },
  {
    name: 'rclone',
    needs: 'rclone',
    isHere: () => findRclone() !== null,
    start: () =>
      started(there(findRclone()), (place, port) => [
        ...['serve', 'webdav', join(place, 'root'), '--addr', `127.0.0.1:${port}`],
        ...['--user', READER.user, '--pass', READER.password, '--config', join(place, 'none')],
      ]),
  },
];

function there<T>(found: T | null): T {
  if (found === null) throw new Error('it is not installed');
  return found;
}

/** Starts a server in a folder of its own, and waits until it answers. */
async function started(
  command: string,
  configure: (place: string, port: number) => string[],
): Promise<Running> {
  const place = mkdtempSync(join(tmpdir(), 'asterism-dav-'));
  for (const folder of ['root', 'root/library', 'run', 'tmp']) mkdirSync(join(place, folder));
  writeFileSync(join(place, 'htpasswd'), `${READER.user}:${hashed(READER.password)}\n`);
  chmodSync(place, 0o755);
  giveToServer(['root', 'root/library', 'run', 'tmp'].map((folder) => join(place, folder)));
  const port = await freePort();
  const child = spawn(command, configure(place, port), { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}/library/`;
  const stop = (): void => {
    child.kill('SIGTERM');
    rmSync(place, { recursive: true, force: true });
  };
  try {
    await answers(address, child);
  } catch (error) {
    stop();
    throw error;
  }
  return { address, stop };
}

function hashed(password: string): string {
  return execFileSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' }).trim();
}

/** Started by root, Apache and nginx work as www-data. */
function giveToServer(folders: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  const [user, group] = ['-u', '-g'].map((what) =>
    Number(execFileSync('id', [what, 'www-data'], { encoding: 'utf8' })),
  );
  for (const folder of folders) chownSync(folder, user ?? 0, group ?? 0);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => null,
    );
    if (status === 401) return;
    await new Promise((waited) => setTimeout(waited, 50));
  }
  throw new Error(`${child.spawnfile} does not answer`);
}

function apacheConfig(place: string, port: number, folder: string): string {
  const modules = ['authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic']
    .concat(['dav', 'dav_fs', 'dir', 'mime', 'mpm_event', 'unixd'])
    .map((name) => ({ name, path: join(folder, `mod_${name}.so`) }))
    // Some are built into the server.
    .filter(({ path }) => existsSync(path));
  const config = join(place, 'httpd.conf');
  writeFileSync(
    config,
    `${modules.map(({ name, path }) => `LoadModule ${name}_module ${path}`).join('\n')}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile run/httpd.pid
ErrorLog ${place}/run/error.log
DavLockDB ${place}/run/DavLock
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${place}/root
TypesConfig /dev/null
<Directory ${place}/root>
  Dav On
  AuthType Basic
  AuthName dav
  AuthUserFile ${place}/htpasswd
  Require valid-user
</Directory>
`,
  );
  return config;
}

function nginxConfig(place: string, port: number, davModule: string): string {
  const config = join(place, 'nginx.conf');
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? 'user www-data;' : ''}
load_module ${davModule};
pid ${place}/run/nginx.pid;
error_log ${place}/run/error.log;
daemon off;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${place}/tmp;
  server {
    listen 127.0.0.1:${port};
    location / {
      root ${place}/root;
      auth_basic dav;
      auth_basic_user_file ${place}/htpasswd;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
`,
  );
  return config;
}
