import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"-2200","description":"用户不存在。 先导入该账号，或者先用它登录一次。","frontmatter":{"title":"-2200","description":"用户不存在。 先导入该账号，或者先用它登录一次。","code":"-2200","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/-2200.md","filePath":"zh/codes/-2200.md"}');
const _sfc_main = { name: "zh/codes/-2200.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="-2200" tabindex="-1">-2200 <a class="header-anchor" href="#-2200" aria-label="Permalink to &quot;-2200&quot;">​</a></h1><p><a href="/usersig/codes/-2200.html">English</a> · <strong>中文</strong></p><p><strong>由谁返回:</strong> TUIRoomKit 与 TUILiveKit</p><p>用户不存在。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>先导入该账号，或者先用它登录一次。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>账号不存在：该用户从未登录，也没有导入，或者 UserID 拼写错误。</strong> 用 account_import 导入，或者让该用户登录一次；核对 UserID，注意大小写。</li></ol><p>出处: <a href="https://tencentcloud.com/document/product/647/60027" target="_blank" rel="noreferrer">tencentcloud.com/document/product/647/60027</a>; <a href="https://trtc.io/document/60326" target="_blank" rel="noreferrer">trtc.io/document/60326</a>; <a href="https://cloud.tencent.com/document/product/647/118566" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/647/118566</a></p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;-2200&#39;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/-2200.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _2200 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _2200 as default
};
