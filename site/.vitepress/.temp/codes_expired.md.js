import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"expired","description":"its lifetime is over. Fetch a new ticket from your server, and log in with it.","frontmatter":{"title":"expired","description":"its lifetime is over. Fetch a new ticket from your server, and log in with it.","code":"expired","prev":false,"next":false},"headers":[],"relativePath":"codes/expired.md","filePath":"codes/expired.md"}');
const _sfc_main = { name: "codes/expired.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="expired" tabindex="-1">expired <a class="header-anchor" href="#expired" aria-label="Permalink to &quot;expired&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/expired.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>its lifetime is over</p><p><strong>What to do:</strong> Fetch a new ticket from your server, and log in with it.</p><p>Tencent&#39;s servers say <a href="./70001.html">70001</a> to the same.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/expired.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const expired = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  expired as default
};
