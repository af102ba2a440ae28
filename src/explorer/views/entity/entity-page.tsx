export const EntityPage = () => <h1>Entity</h1>
