// Shows what the site pushes, and opens its page when it is pressed. It answers no requests and keeps nothing.
self.addEventListener('push', (event) => {
  const { title, body, url } = event.data?.json() ?? {};
  if (!title) return;
  event.waitUntil(self.registration.showNotification(title, { body, data: { url }, tag: url }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data ?? {};
  const target = new URL(url ?? '/notifications', self.location.origin);
  if (target.origin === self.location.origin) event.waitUntil(self.clients.openWindow(target.href));
});
