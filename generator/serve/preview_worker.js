const ports = new Set();
let newest = null;

onconnect = ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = ({ data }) => {
    if (data === 'leave') {
      ports.delete(port);
      return;
    }
    ports.add(port);
    if (newest !== null) port.postMessage(newest);
  };
  if (newest !== null) port.postMessage(newest);
};

const listen = () => {
  const stream = new EventSource('events');
  stream.onmessage = ({ data }) => {
    newest = data;
    ports.forEach((port) => port.postMessage(data));
  };
  // Some browsers give up a server that is not there for a moment.
  stream.onerror = () => stream.readyState === EventSource.CLOSED && setTimeout(listen, 1000);
};
listen();
