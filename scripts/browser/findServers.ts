import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// WebDAV servers that syncing is tested over.

/** Apache and the folder of its modules; null where there is none, or it lacks mod_dav. */
export function findApache(): { command: string; modules: string } | null {
  const command = findCommand('apache2') ?? findCommand('httpd');
  const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((folder) =>
    existsSync(join(folder, 'mod_dav_fs.so')),
  );
  return command !== null && modules !== undefined ? { command, modules } : null;
}

/** nginx and its module for PROPFIND, without which it is of no use; null where either lacks. */
export function findNginx(): { command: string; davModule: string } | null {
  const command = findCommand('nginx');
  const davModule = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules']
    .map((folder) => join(folder, 'ngx_http_dav_ext_module.so'))
    .find((path) => existsSync(path));
  return command !== null && davModule !== undefined ? { command, davModule } : null;
}

/** rclone, or null. */
export function findRclone(): string | null {
  return findCommand('rclone');
}

function findCommand(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return (
    folders
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name))
      .find((path) => existsSync(path)) ?? null
  );
}
