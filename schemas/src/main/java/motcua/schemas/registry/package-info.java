/** Asking the schema registry, whichever client the serializers bring. */
package motcua.schemas.registry;
