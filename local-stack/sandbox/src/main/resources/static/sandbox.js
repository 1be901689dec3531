const byId = (id) => document.getElementById(id);

function bubble(text, mine) {
  const box = document.createElement('div');
  box.className = mine ? 'said me' : 'said';
  box.textContent = text;
  byId('chat').append(box);
  byId('chat').scrollTop = byId('chat').scrollHeight;
}

function wordsOf(outcome) {
  const tail = `\n(${outcome.elapsedMillis} ms, ${outcome.deliveries}×)`;
  if (!outcome.reply) return '该公众号暂时无法提供服务，请稍后再试 No answer from the platform' + tail;
  if (outcome.reply.type === 'none') return '（没有回复 no reply）' + tail;
  const articles = outcome.reply.articles.map((a) => `• ${a.title}\n${a.description}\n${a.url}`).join('\n');
  return (outcome.reply.content || articles || outcome.reply.type) + tail;
}

async function send(message, shown) {
  bubble(shown, true);
  const body = {
    accountId: byId('account').value.trim(),
    openid: byId('openid').value.trim(),
    encrypted: byId('encrypted').checked,
    ...message,
  };
  try {
    const response = await fetch('/sandbox/wechat/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    bubble(response.ok ? wordsOf(answer) : answer.detail || String(response.status), false);
  } catch (e) {
    bubble(String(e), false);
  }
  refresh();
}

function list(id, lines) {
  byId(id).replaceChildren(
    ...(lines.length ? lines : ['（无 none）']).map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}

const clock = (instant) => new Date(instant).toLocaleTimeString();

async function refresh() {
  const openid = encodeURIComponent(byId('openid').value.trim());
  const [sms, later] = await Promise.all([
    fetch('/sandbox/sms').then((r) => r.json()),
    fetch(`/sandbox/wechat/sent?openid=${openid}`).then((r) => r.json()),
  ]);
  list('sms', sms.slice(0, 20).map((m) => `${clock(m.sentAt)} ${m.phone}: ${m.text}`));
  list('later', later.slice(0, 20).map((m) => `${clock(m.sentAt)} ${m.content || m.type}`));
}

byId('text-form').addEventListener('submit', (e) => {
  e.preventDefault();
  const content = byId('content').value;
  if (content) send({ type: 'text', content }, content);
});
byId('place-form').addEventListener('submit', (e) => {
  e.preventDefault();
  const lat = Number(byId('lat').value);
  const lng = Number(byId('lng').value);
  send({ type: 'location', lat, lng, label: '沙箱位置' }, `📍 ${lat}, ${lng}`);
});
document.querySelectorAll('[data-say]').forEach((b) =>
  b.addEventListener('click', () => send({ type: 'text', content: b.dataset.say }, b.dataset.say)));
document.querySelectorAll('[data-event]').forEach((b) =>
  b.addEventListener('click', () => send({ type: 'event', event: b.dataset.event }, b.textContent)));
byId('refresh').addEventListener('click', refresh);
refresh();
